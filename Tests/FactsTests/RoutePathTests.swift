import Facts
import Testing

/// Paths of routes, taken apart.
@Suite struct RoutePathTests {
    @Test(arguments: [
        ("/a/b", "/a", true),
        ("a/b/", "/a//b", true),
        ("/a", "/a/b", false),
        ("/ab", "/a", false),
        // A parameter of the prefix matches any segment; one of the path is mostly something else than a constant.
        ("/:id/b", "/a", false),
        ("/*", "/a/*", false),
        ("/{}/b", "/a", true),
        ("/x/b", "/{id}/b", true),
        ("/x/c", "/<int:id>/b", false),
        // What stands at the end for all below it, and for none.
        ("/a", "/a/*", true),
        ("/a/b/c", "/a/**", true),
        ("/b", "/a/*", false),
        ("/anything", "*", true),
        ("/ab", "/a*", false),
        // A query is no part of a path.
        ("/a?b=/c", "/a", true),
        ("/a", "/a?b=c", true),
        ("", "", true),
        ("/", "/a", false),
    ])
    func isBelow(path: String, prefix: String, expected: Bool) {
        #expect(RoutePath.isBelow(path, prefix: prefix) == expected)
    }

    @Test func segments() {
        #expect(RoutePath.segments("//a/:b/{c}/**/d?e=/f") == ["a", nil, nil, "**", "d"])
        #expect(RoutePath.segments("*") == ["**"])
        #expect(RoutePath.segments("/*") == [nil])
        #expect(RoutePath.segments("/").isEmpty)
    }
}
