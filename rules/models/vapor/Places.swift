/// What paths are made of.
enum Place: String {
    case shelves, boxes
    case lists = "wishes"
    case own = ":slug"
}
