import Foundation

// ruleid: structure/god-class
final class OrderManager {
    func place(_ order: Order) {
        log("place", order.id)
    }

    func cancel(_ order: Order) {
        log("cancel", order.id)
    }

    func refund(_ order: Order) {
        log("refund", order.id)
    }

    func ship(_ order: Order) {
        log("ship", order.id)
    }

    func pack(_ order: Order) {
        log("pack", order.id)
    }

    func invoice(_ order: Order) {
        log("invoice", order.id)
    }

    func remind(_ order: Order) {
        log("remind", order.id)
    }

    func archive(_ order: Order) {
        log("archive", order.id)
    }

    func restore(_ order: Order) {
        log("restore", order.id)
    }

    func split(_ order: Order) {
        log("split", order.id)
    }

    func merge(_ order: Order) {
        log("merge", order.id)
    }

    func price(_ order: Order) {
        log("price", order.id)
    }

    func discount(_ order: Order) {
        log("discount", order.id)
    }

    func tax(_ order: Order) {
        log("tax", order.id)
    }

    func weigh(_ order: Order) {
        log("weigh", order.id)
    }

    func label(_ order: Order) {
        log("label", order.id)
    }

    func track(_ order: Order) {
        log("track", order.id)
    }

    func return_(_ order: Order) {
        log("return_", order.id)
    }

    func audit(_ order: Order) {
        log("audit", order.id)
    }

    func export(_ order: Order) {
        log("export", order.id)
    }

    func notify(_ order: Order) {
        log("notify", order.id)
    }
}

// ruleid: structure/god-class
actor OrderActor {
    func place(_ order: Order) {
        log("place", order.id)
    }

    func cancel(_ order: Order) {
        log("cancel", order.id)
    }

    func refund(_ order: Order) {
        log("refund", order.id)
    }

    func ship(_ order: Order) {
        log("ship", order.id)
    }

    func pack(_ order: Order) {
        log("pack", order.id)
    }

    func invoice(_ order: Order) {
        log("invoice", order.id)
    }

    func remind(_ order: Order) {
        log("remind", order.id)
    }

    func archive(_ order: Order) {
        log("archive", order.id)
    }

    func restore(_ order: Order) {
        log("restore", order.id)
    }

    func split(_ order: Order) {
        log("split", order.id)
    }

    func merge(_ order: Order) {
        log("merge", order.id)
    }

    func price(_ order: Order) {
        log("price", order.id)
    }

    func discount(_ order: Order) {
        log("discount", order.id)
    }

    func tax(_ order: Order) {
        log("tax", order.id)
    }

    func weigh(_ order: Order) {
        log("weigh", order.id)
    }

    func label(_ order: Order) {
        log("label", order.id)
    }

    func track(_ order: Order) {
        log("track", order.id)
    }

    func return_(_ order: Order) {
        log("return_", order.id)
    }

    func audit(_ order: Order) {
        log("audit", order.id)
    }

    func export(_ order: Order) {
        log("export", order.id)
    }

    func notify(_ order: Order) {
        log("notify", order.id)
    }
}

// ok: structure/god-class
struct OrderService {
    func place(_ order: Order) {
        log("place", order.id)
    }

    func cancel(_ order: Order) {
        log("cancel", order.id)
    }

    func refund(_ order: Order) {
        log("refund", order.id)
    }

    func ship(_ order: Order) {
        log("ship", order.id)
    }

    func pack(_ order: Order) {
        log("pack", order.id)
    }

    func invoice(_ order: Order) {
        log("invoice", order.id)
    }

    func remind(_ order: Order) {
        log("remind", order.id)
    }

    func archive(_ order: Order) {
        log("archive", order.id)
    }

    func restore(_ order: Order) {
        log("restore", order.id)
    }

    func split(_ order: Order) {
        log("split", order.id)
    }

    func merge(_ order: Order) {
        log("merge", order.id)
    }

    func price(_ order: Order) {
        log("price", order.id)
    }

    func discount(_ order: Order) {
        log("discount", order.id)
    }

    func tax(_ order: Order) {
        log("tax", order.id)
    }

    func weigh(_ order: Order) {
        log("weigh", order.id)
    }

    func label(_ order: Order) {
        log("label", order.id)
    }

    func track(_ order: Order) {
        log("track", order.id)
    }

    func return_(_ order: Order) {
        log("return_", order.id)
    }

    func audit(_ order: Order) {
        log("audit", order.id)
    }

    func export(_ order: Order) {
        log("export", order.id)
    }
}

// ok: structure/god-class
protocol OrderPort {
    func place(_ order: Order)
    func cancel(_ order: Order)
    func refund(_ order: Order)
    func ship(_ order: Order)
    func pack(_ order: Order)
    func invoice(_ order: Order)
    func remind(_ order: Order)
    func archive(_ order: Order)
    func restore(_ order: Order)
    func split(_ order: Order)
    func merge(_ order: Order)
    func price(_ order: Order)
    func discount(_ order: Order)
    func tax(_ order: Order)
    func weigh(_ order: Order)
    func label(_ order: Order)
    func track(_ order: Order)
    func return_(_ order: Order)
    func audit(_ order: Order)
    func export(_ order: Order)
    func notify(_ order: Order)
}

// ok: structure/god-class
enum OrderState {
    case placed
    case canceld
    case refundd
    case shipd
    case packd
    case invoiced
    case remindd
    case archived
    case restored
    case splitd
    case merged
    case priced
    case discountd
    case taxd
    case weighd
    case labeld
    case trackd
    case returnd
    case auditd
    case exportd
    case notifyd
}
