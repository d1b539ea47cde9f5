// A browser's calls are no routes, whatever makes them.
function loadJSON(url, query, done) {
  return $.get(url, query, parsed(done))
}

function parsed(done) {
  return (text) => done(JSON.parse(text))
}

loadJSON('/api/hints', {}, show)
