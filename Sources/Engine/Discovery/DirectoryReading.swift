import Glibc

/// An entry of a directory.
struct DirectoryEntry {
    enum Kind {
        case file
        case directory
        case symbolicLink
        /// A pipe, socket or device.
        case special
    }

    let name: [UInt8]
    let kind: Kind
}

/// Lists directories.
enum DirectoryReading {
    /// The entries but `.` and `..`, in the order of the file system.
    /// - Parameter followsLink: whether `path` itself may be a symbolic link.
    static func entries(of path: AbsolutePath, followsLink: Bool) throws(FileReadingError) -> [DirectoryEntry] {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
        let descriptor = retrying { open(path.terminated, flags) }
        guard descriptor >= 0 else { throw FileReadingError(errno: errno) }
        guard let directory = fdopendir(descriptor) else {
            let code = errno
            close(descriptor)
            throw FileReadingError(errno: code)
        }
        defer { closedir(directory) }
        var entries: [DirectoryEntry] = []
        while true {
            errno = 0
            guard let entry = readdir(directory) else {
                if errno != 0 { throw FileReadingError(errno: errno) }
                return entries
            }
            let name = nameBytes(of: entry)
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            // An entry of no known kind is gone already.
            if let kind = kind(of: entry.pointee, name: name, in: descriptor) {
                entries.append(DirectoryEntry(name: name, kind: kind))
            }
        }
    }

    private static func nameBytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        // The name is read in place: the record may end before the 256 bytes of the field's type do.
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        let start = UnsafeRawPointer(entry) + offset
        return Array(UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
    }

    private static func kind(of entry: dirent, name: [UInt8], in directory: Int32) -> DirectoryEntry.Kind? {
        switch Int(entry.d_type) {
        case Int(DT_REG): return .file
        case Int(DT_DIR): return .directory
        case Int(DT_LNK): return .symbolicLink
        case Int(DT_UNKNOWN): break
        default: return .special
        }
        // Some file systems tell the kind only when asked for the entry itself.
        var status = stat()
        let path = name.map { CChar(bitPattern: $0) } + [0]
        guard fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .directory
        case S_IFLNK: return .symbolicLink
        default: return .special
        }
    }
}
