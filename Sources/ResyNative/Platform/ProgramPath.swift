internal import LibC
internal import ResyDomain

/// Where things of this process are, for those who start it again.
package enum ProgramPath {
    /// Absolute, links followed; nil where the system does not say, or the file is gone.
    package static var current: String? {
        #if canImport(Darwin)
            var size: UInt32 = 0
            _NSGetExecutablePath(nil, &size)
            var name = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&name, &size) == 0, let path = Files.resolved(String(cString: name)) else {
                return nil
            }
        #else
            guard let path = Files.resolved("/proc/self/exe") else { return nil }
        #endif
        return Files.isExecutable(path) ? path : nil
    }

    /// As an entry is to have it: where a link that lasts led here, such as that of Homebrew into a folder with a version in
    /// its name, the link; else `current`.
    package static var called: String? {
        guard let current else { return nil }
        let searchPath = getenv("PATH").map { String(cString: $0) }
        return CommandLine.arguments.first.flatMap {
            link($0, to: current, searchPath: searchPath, isLasting: { ProgramPath.isLasting($0) })
        } ?? current
    }

    /// `word` is the name by which the program was called; nil where that is no link, or leads elsewhere.
    static func link(
        _ word: String, to program: String, searchPath: String?, isLasting: (String) -> Bool
    ) -> String? {
        guard let path = word.contains("/") ? whole(word) : found(word, in: searchPath), path != program,
            let one = Files.resolved(path), let other = Files.resolved(program),
            let identity = Files.identity(one), identity == Files.identity(other), isLasting(path)
        else { return nil }
        return path
    }

    /// A folder that is emptied at times, or that a build makes, is no place to start a program from.
    package static func isLasting(_ path: String) -> Bool {
        !path.hasPrefix("/tmp/") && !path.hasPrefix("/var/tmp/") && !path.contains("/.build")
    }

    private static func found(_ name: String, in searchPath: String?) -> String? {
        let folders = (searchPath ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        return folders.lazy.map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" }.first { Files.isProgram($0) }
    }

    /// Without a step up or about in it.
    private static func whole(_ word: String) -> String? {
        let steps = word.split(separator: "/")
        if word.hasPrefix("/"), !steps.contains("."), !steps.contains("..") { return word }
        guard let path = absolute(word), let name = steps.last, let parent = Files.parent(of: path),
            let folder = Files.resolved(parent)
        else { return nil }
        return (folder == "/" ? "" : folder) + "/" + name
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
