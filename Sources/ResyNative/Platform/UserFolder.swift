internal import LibC

/// The user's own folder as the system knows it, for a process that was given no HOME.
package enum UserFolder {
    /// Nil where the list of users has none for this one, or cannot be read.
    package static var recorded: String? {
        #if canImport(Darwin)
            // Users are not in the file here.
            guard let entry = getpwuid(geteuid()), let folder = entry.pointee.pw_dir else { return nil }
            return String(cString: folder)
        #else
            // Not `getpwuid_r`: in a static program it would load libraries that the machine may not have.
            guard let list = try? Files.read("/etc/passwd", followingLinks: true) else { return nil }
            return find(user: geteuid(), in: list)
        #endif
    }

    /// `list` as in passwd(5): the sixth of seven fields of the first line with that number, where it is a whole path.
    static func find(user: UInt32, in list: [UInt8]) -> String? {
        for line in list.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            guard fields.count == 7, UInt32(String(decoding: fields[2], as: UTF8.self)) == user else { continue }
            return fields[5].first == UInt8(ascii: "/") ? String(decoding: fields[5], as: UTF8.self) : nil
        }
        return nil
    }
}
