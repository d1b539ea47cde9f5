module.exports = function asyncHandler(run) {
  return (...given) => Promise.resolve(run(...given)).catch(given[given.length - 1])
}
