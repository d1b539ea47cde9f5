import Engine

/// Writes what a run leaves behind.
enum OutputFiles {
    static func write(_ bytes: [UInt8], to path: AbsolutePath, name: String) throws {
        do throws(FileWritingError) {
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw RunFailure("\(name): cannot be written: \(error.explanation)")
        }
    }
}

/// Reads baselines.
enum BaselineFiles {
    static func read(_ path: AbsolutePath, name: String) throws -> Baseline {
        let bytes: [UInt8]
        do throws(FileReadingError) {
            bytes = try FileReading.read(path)
        } catch {
            throw RunFailure("\(name): cannot be read: \(error.explanation)")
        }
        do throws(BaselineError) {
            return try Baseline(parsing: bytes)
        } catch {
            throw RunFailure("\(name):\(error.line):\(error.column): \(error.message)")
        }
    }
}
