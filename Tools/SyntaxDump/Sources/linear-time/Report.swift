import Glibc

/// What was measured, by subject.
struct Report {
    private var subject: String?
    private var ratios: [Double] = []
    private var slowest = Double.infinity
    private var isLinear = true

    mutating func add(_ measurement: Measurement, of subject: String, title: String) {
        if subject != self.subject { finishSubject() }
        self.subject = subject
        let rate = Double(measurement.byteCount) / 1e6 / measurement.large
        ratios.append(measurement.ratio)
        slowest = min(slowest, rate)
        guard measurement.ratio > Measurement.bound else { return }
        isLinear = false
        print("\(title): \(measurement.byteCount) bytes, ratio \(rounded(measurement.ratio)), \(rounded(rate)) MB/s")
        fflush(nil)
    }

    /// A long run shows what it has found.
    private mutating func finishSubject() {
        guard let subject else { return }
        ratios.sort()
        print(
            "\(subject): \(ratios.count) texts, median ratio \(rounded(ratios[ratios.count / 2])), worst "
                + "\(rounded(ratios[ratios.count - 1])), slowest text \(rounded(slowest)) MB/s")
        fflush(nil)
        ratios = []
        slowest = .infinity
    }

    /// Prints the last subject; whether all were linear.
    mutating func finish() -> Bool {
        finishSubject()
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        print("processor time: \(seconds) s, largest memory: \(usage.ru_maxrss / 1024) MB")
        return isLinear
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
