!app.$METHOD($PATH, ..., (req, $RES) => { ... $X = <... req.$Y ...>; if ($C) { ... } else { ... } }, ...$REST);
