// ruleid: structure/http-in-service
exports.createAccount = async (req, res) => {
  res.json({ id: 1 });
};

// ok: structure/http-in-service
exports.readAccount = (url) => fetch(url).then((res) => res.json());
