import Hummingbird

struct Outcome: ResponseEncodable {
    var success: Bool
    var name: String
}

func outcomes(_ router: Router<BasicRequestContext>) {
    router.get("missing") { _, _ -> EditedResponse<Outcome> in
        // ruleid: api/ok-status-on-error
        EditedResponse(response: Outcome(success: false, name: "none"))
    }
    router.get("found") { _, _ -> EditedResponse<Outcome> in
        // ok: api/ok-status-on-error
        EditedResponse(response: Outcome(success: true, name: "one"))
    }
    router.get("gone") { _, _ -> EditedResponse<Outcome> in
        // ok: api/ok-status-on-error
        EditedResponse(status: .gone, response: Outcome(success: false, name: "one"))
    }
}
