import Engine
import SourceText

extension ProjectCheck {
    init(_ setup: RunSetup, _ options: FileOptions) throws {
        guard let today = CalendarDate.today() else { throw RunFailure("the system's clock gives no date") }
        self.init(
            library: setup.library, settings: setup.settings,
            options: Options(
                top: setup.top, jobs: options.jobs ?? ProcessorCount.available(), sizeLimit: options.maxFileSize,
                skipsGenerated: !options.noIgnore, today: today))
    }
}
