import Fluent
import Vapor

func close(_ req: Request, _ ticket: Ticket, _ note: Note) async throws {
    try await ticket.save(on: req.db)
    ticket.closedAt = Date()
    // ok: sql/missing-transaction
    try await ticket.save(on: req.db)
    // ruleid: sql/missing-transaction
    try await note.save(on: req.db)
}

func fetch(_ req: Request, _ feed: Feed, _ failure: Failure) -> EventLoopFuture<Void> {
    feed.save(on: req.db).flatMapError { _ in
        // ok: sql/missing-transaction
        failure.save(on: req.db)
    }
}
