import Vapor

func orderRoutes(_ app: Application) throws {
    // ruleid: structure/logic-in-route
    app.post("orders") { req -> [String: Int] in
        var order: [String: Int] = [:]
        order["place"] = input["place"] ?? 0
        order["cancel"] = input["cancel"] ?? 0
        order["refund"] = input["refund"] ?? 0
        order["ship"] = input["ship"] ?? 0
        order["pack"] = input["pack"] ?? 0
        order["invoice"] = input["invoice"] ?? 0
        order["remind"] = input["remind"] ?? 0
        order["archive"] = input["archive"] ?? 0
        order["restore"] = input["restore"] ?? 0
        order["split"] = input["split"] ?? 0
        return order
    }
    // ok: structure/logic-in-route
    app.get("orders") { req in
        try await req.orderService.list()
    }
}

func parcelRoutes(_ app: Application) throws {
    // ok: structure/logic-in-route
    app.post("parcels") { req async throws -> Response in
        struct Weighed: Content {
            var grams: Int
            var width: Int
            var height: Int
            var depth: Int
            var isFragile: Bool
        }
        let parcel = try req.content.decode(Weighed.self)
        if parcel.grams > 30_000 {
            throw Abort(.badRequest)
        }
        let label = try await req.orderService.label(parcel.grams, parcel.width, parcel.height, parcel.depth)
        if parcel.isFragile {
            return try await req.orderService.handover(label)
        }
        return Response(status: .created)
    }
}
