import Testing

@testable import Facts

@Suite("What the modules of a project are called")
struct ProjectModulesTests {
    private let modules = ProjectModules(paths: [
        "manage.py", "db.py", "shop/__init__.py", "shop/orders/views.py", "shop/orders/urls.py", "tools/load.data.py",
    ])

    @Test(
        "a name that begins with a folder or file of the project may be one of them",
        arguments: ["shop.orders.views.create", "orders.views", "views", "manage", "load", "shop"])
    func holdsOwn(module: String) {
        #expect(modules.mayHold(module))
    }

    @Test(
        "names of packages are none", arguments: ["django.views.View", "requests.get", "stripe", "celery.orders.urls"])
    func lacksPackages(module: String) {
        #expect(!modules.mayHold(module))
    }

    @Test(
        "paths, names relative to a file, and what the package at the top has may always be",
        arguments: ["./guards", "@acme/guards", ".guards.signed_in", "", "acme.db.connect", "acme.shop"])
    func holdsWhatCannotBeToldApart(module: String) {
        #expect(modules.mayHold(module))
    }
}
