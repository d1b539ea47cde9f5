import Glibc

/// What was measured, by subject.
struct Report {
    private var subjects: [(name: String, ratios: [Double], slowest: Double)] = []
    private var isLinear = true

    mutating func add(_ measurement: Measurement, of subject: String, title: String) {
        if subjects.last?.name != subject { subjects.append((subject, [], .infinity)) }
        let rate = Double(measurement.byteCount) / 1e6 / measurement.large
        subjects[subjects.count - 1].ratios.append(measurement.ratio)
        subjects[subjects.count - 1].slowest = min(subjects[subjects.count - 1].slowest, rate)
        guard measurement.ratio > Measurement.bound else { return }
        isLinear = false
        print("\(title): \(measurement.byteCount) bytes, ratio \(rounded(measurement.ratio)), \(rounded(rate)) MB/s")
        // A long run shows what it has found.
        fflush(nil)
    }

    /// Prints the subjects; whether all were linear.
    func finish() -> Bool {
        for subject in subjects {
            let ratios = subject.ratios.sorted()
            print(
                "\(subject.name): \(ratios.count) texts, median ratio \(rounded(ratios[ratios.count / 2])), worst "
                    + "\(rounded(ratios[ratios.count - 1])), slowest text \(rounded(subject.slowest)) MB/s")
        }
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        print("largest memory: \(usage.ru_maxrss / 1024) MB")
        return isLinear
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
