import Glibc

/// How many processors this process may use.
public enum ProcessorCount {
    /// The processors it is bound to, or fewer where its control group has a quota; at least 1.
    public static func available() -> Int {
        let bound = file("proc/self/status").flatMap(allowed(inStatus:)) ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let quota = file("sys/fs/cgroup/cpu.max").flatMap(processors(ofQuota:)) ?? bound
        return max(1, min(bound, quota))
    }

    /// The number of bits in the mask that `/proc/self/status` gives (proc_pid_status(5)); nil where it gives none.
    static func allowed(inStatus text: String) -> Int? {
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Cpus_allowed:") }) else { return nil }
        let count = line.dropFirst("Cpus_allowed:".count).reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
        return count > 0 ? count : nil
    }

    /// What the quota of a container amounts to, rounded up: `$MAX $PERIOD` in microseconds (the kernel's cgroup-v2,
    /// `cpu.max`); nil where the maximum is `max`.
    static func processors(ofQuota text: String) -> Int? {
        let parts = text.split { $0 == " " || $0 == "\n" }
        guard parts.count == 2, let quota = Int(parts[0]), let period = Int(parts[1]), quota > 0, period > 0 else {
            return nil
        }
        return (quota - 1) / period + 1
    }

    private static func file(_ path: String) -> String? {
        let bytes = try? FileReading.read(AbsolutePath(path, in: .root), limit: 64 * 1024)
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }
}
