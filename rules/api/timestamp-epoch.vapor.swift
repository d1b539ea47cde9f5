import Vapor

struct Beat: Content {
    var startedAt: Double
}

func beats(_ app: Application) throws {
    app.get("beats", ":name") { req in
        let name = req.parameters.get("name")
        req.logger.info("\(name ?? "-")")
        // ruleid: api/timestamp-epoch
        return Beat(startedAt: Date().timeIntervalSince1970)
    }
}
