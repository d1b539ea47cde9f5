import Hummingbird

func build(router: Router<AppContext>) {
    let tasks = router.group("tasks").add(middleware: IsAuthenticatedMiddleware())
    tasks.post { request, context -> HTTPResponse.Status in
        let body = try await request.decode(as: TaskBody.self, context: context)
        // ruleid: auth/unowned-foreign-id
        try await Task(title: body.title, projectID: body.projectID).save(on: fluent.db())
        return .created
    }
    tasks.put { request, context -> HTTPResponse.Status in
        let user = try context.requireIdentity()
        let body = try await request.decode(as: TaskBody.self, context: context)
        guard
            try await Project.query(on: fluent.db()).filter(\.$id == body.projectID).filter(\.$owner.$id == user.id).first()
                != nil
        else { throw HTTPError(.notFound) }
        // ok: auth/unowned-foreign-id
        try await Task(title: body.title, projectID: body.projectID).save(on: fluent.db())
        return .created
    }
}
