import Fluent
import Vapor

func routes(_ app: Application) throws {
    app.post("tasks") { req async throws -> HTTPStatus in
        let body = try req.content.decode(TaskBody.self)
        // ruleid: auth/unowned-foreign-id
        try await Task(title: body.title, projectID: body.projectID).create(on: req.db)
        return .created
    }
    app.post("checked") { req async throws -> HTTPStatus in
        let user = try req.auth.require(User.self)
        let body = try req.content.decode(TaskBody.self)
        let project = try await Project.query(on: req.db).filter(\.$id == body.projectID).filter(\.$owner.$id == user.id!).first()
        guard project != nil else { throw Abort(.notFound) }
        // ok: auth/unowned-foreign-id
        try await Task(title: body.title, projectID: body.projectID).create(on: req.db)
        return .created
    }
    app.post("plain") { req async throws -> HTTPStatus in
        let body = try req.content.decode(TaskBody.self)
        // ok: auth/unowned-foreign-id
        try await Task(title: body.title).create(on: req.db)
        return .created
    }
    app.post("filled") { req async throws -> HTTPStatus in
        let body = try req.content.decode(TaskBody.self)
        let task = Task(title: body.title)
        task.projectID = body.projectID
        // ruleid: auth/unowned-foreign-id
        try await task.save(on: req.db)
        return .created
    }
    app.post("linked") { req async throws -> HTTPStatus in
        let body = try req.content.decode(TaskBody.self)
        let task = Task(title: body.title)
        task.$project.id = body.projectID
        // ruleid: auth/unowned-foreign-id
        try await task.save(on: req.db)
        return .created
    }
    app.post("staff") { req async throws -> HTTPStatus in
        guard try req.auth.require(User.self).isAdmin else { throw Abort(.forbidden) }
        let body = try req.content.decode(TaskBody.self)
        // ok: auth/unowned-foreign-id
        try await Task(title: body.title, projectID: body.projectID).create(on: req.db)
        return .created
    }
    app.post("own") { req async throws -> HTTPStatus in
        let user = try req.auth.require(User.self)
        let body = try req.content.decode(TaskBody.self)
        let task = Task(title: body.title)
        task.$project.id = try user.requireProjectID()
        // ok: auth/unowned-foreign-id
        try await task.save(on: req.db)
        return .created
    }
}

// Who runs the application writes for everybody; what sorts of things there are is nobody's.
func staff(_ app: Application) throws {
    app.post("staff") { req async throws -> HTTPStatus in
        guard try req.auth.require(User.self).isAdmin else { throw Abort(.forbidden) }
        let body = try req.content.decode(TaskBody.self)
        // ok: auth/unowned-foreign-id
        try await Task(title: body.title, projectID: body.projectID).create(on: req.db)
        return .created
    }
    app.post("sorted") { req async throws -> HTTPStatus in
        let body = try req.content.decode(TaskBody.self)
        // ok: auth/unowned-foreign-id
        try await Task(title: body.title, taskTypeID: body.taskTypeID).create(on: req.db)
        return .created
    }
}

func moves(_ app: Application) throws {
    app.patch("tasks", ":task") { req async throws -> HTTPStatus in
        let user = try req.auth.require(User.self)
        let body = try req.content.decode(TaskBody.self)
        guard let task = try await Task.query(on: req.db).filter(\.$owner.$id == user.requireID()).first() else {
            throw Abort(.notFound)
        }
        if let folderID = body.folderID {
            task.$folder.id = folderID
        }
        // ruleid: auth/unowned-foreign-id
        try await task.save(on: req.db)
        return .ok
    }
    app.patch("notes", ":note") { req async throws -> HTTPStatus in
        let user = try req.auth.require(User.self)
        let body = try req.content.decode(TaskBody.self)
        guard let note = try await Note.query(on: req.db).filter(\.$owner.$id == user.requireID()).first() else {
            throw Abort(.notFound)
        }
        if let folderID = body.folderID {
            guard try await Folder.query(on: req.db).filter(\.$id == folderID).filter(\.$owner.$id == user.requireID()).count() == 1
            else { throw Abort(.forbidden) }
            note.$folder.id = folderID
        }
        // ok: auth/unowned-foreign-id
        try await note.save(on: req.db)
        return .ok
    }
}
