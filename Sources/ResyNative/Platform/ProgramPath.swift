internal import LibC

/// Where things of this process are, for those who start it again.
package enum ProgramPath {
    /// Absolute, links followed; nil where the system does not say, or the file is gone.
    package static var current: String? {
        #if canImport(Darwin)
            var size: UInt32 = 0
            _NSGetExecutablePath(nil, &size)
            var name = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&name, &size) == 0, let found = realpath(name, nil) else { return nil }
        #else
            guard let found = realpath("/proc/self/exe", nil) else { return nil }
        #endif
        defer { free(found) }
        let path = String(cString: found)
        return Files.isExecutable(path) ? path : nil
    }

    /// The path as seen from anywhere; nil where the working folder has no name.
    package static func absolute(_ path: String) -> String? {
        if path.hasPrefix("/") { return path }
        guard let folder = getcwd(nil, 0) else { return nil }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }

    /// A folder, or a link to one.
    package static func isFolder(_ path: String) -> Bool { Files.leadsToFolder(path) }
}
