import Foundation
import Hummingbird

struct Tick: ResponseEncodable {
    let label: String
    let issuedAt: Double
}

func ticks(_ router: Router<BasicRequestContext>) {
    router.get("tick") { _, _ in
        // ruleid: api/timestamp-epoch
        Tick(label: "now", issuedAt: Date().timeIntervalSince1970)
    }
    router.get("tock") { request, context in
        let label = try context.parameters.require("label")
        // ruleid: api/timestamp-epoch
        return Tick(label: label, issuedAt: Date().timeIntervalSince1970)
    }
    router.get("labels") { request, context in
        let ticks = ["a", "b"].map { label in
            // ok: api/timestamp-epoch
            return Tick(label: label, issuedAt: Date().timeIntervalSince1970)
        }
        return ticks.map(\.label)
    }
}
