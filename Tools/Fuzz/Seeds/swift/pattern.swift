!$APP.$METHOD(..., $PATH) { $REQ async throws -> $T in ... let $X = try await $DB.raw("...\($Y)...").all(); guard ... else { ... } return <... $X ...> }
