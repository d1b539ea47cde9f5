import Vapor

struct Item: Content {
    var id: Int?
    var name: String
}
