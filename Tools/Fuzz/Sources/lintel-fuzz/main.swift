import CLibFuzzer

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// usage: lintel-fuzz TARGET [libFuzzer's options and folders]

/// The target that the first argument names. A static, because the callback of libFuzzer can hold no context.
enum ChosenTarget {
    static let target = FuzzTarget.all.first { $0.name == CommandLine.arguments.dropFirst().first }
}

if ChosenTarget.target == nil {
    print("usage: lintel-fuzz TARGET [libFuzzer's options and folders]")
    print("targets: " + FuzzTarget.all.map(\.name).joined(separator: " "))
    exit(2)
}

// libFuzzer sees the target's name as that of the program.
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { data, size in
        ChosenTarget.target?.run(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
    })
