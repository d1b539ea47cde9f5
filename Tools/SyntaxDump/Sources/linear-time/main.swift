/// Shows that time grows with the input and not faster, on input made to break that.
///
///     linear-time [--milliseconds COUNT] [--only TEXT]
///
/// Each subject (a language's lexer with its tree builder, in source and pattern mode; what is known of names; SQL) takes each
/// of its texts at a size and at eight times the size. The size is the first that takes COUNT milliseconds (4) of processor
/// time, at least 60,000 bytes. Prints the cases where a doubling of the text multiplies the time by more than
/// 2.3 (three of them by more than its cube) after repetition, and each subject's median and worst ratio. `--only` keeps the
/// cases whose title holds TEXT. Exit status 1 where some ratio is beyond 2.3.
import Glibc

var milliseconds = 4.0
var filter = ""
var arguments = CommandLine.arguments.dropFirst().makeIterator()
while let argument = arguments.next() {
    switch (argument, arguments.next()) {
    case ("--milliseconds", let value?) where Double(value) != nil: milliseconds = Double(value) ?? milliseconds
    case ("--only", let value?): filter = value
    default:
        print("usage: linear-time [--milliseconds COUNT] [--only TEXT]")
        exit(2)
    }
}
let isLinear = ParsingStack.run {
    var report = Report()
    for subject in Subject.all {
        for text in subject.texts {
            let title = "\(subject.name) \(text.title)"
            guard filter.isEmpty || title.contains(filter) else { continue }
            report.add(Measurement(subject, text, seconds: milliseconds / 1000), of: subject.name, title: title)
        }
    }
    return report.finish()
}
exit(isLinear ? 0 : 1)
