@testable import ResyDomain
import Foundation

/// The machine's Chromium, kept to this machine: a script that a test gives the program as its browser.
enum LocalBrowser {
    static let program = ["/usr/bin/chromium", "/usr/bin/google-chrome"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    /// False only where there is none: said loudly, for these tests then say nothing.
    static let isThere: Bool = {
        if program == nil { print("NO BROWSER: its tests do not run. Install the package chromium.") }
        return program != nil
    }()

    static func script(in folder: URL) throws -> String {
        let file = folder.appending(path: "browser")
        let rules = "MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost"
        let text = "#!/bin/sh\nexec \(program ?? "false") \"--host-resolver-rules=\(rules)\" \"$@\"\n"
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return file.path
    }

    /// Living processes that know the folder, by their words or their environment; zombies have neither.
    static func processes(of folder: URL) -> [Int32] {
        let numbers = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }
        return numbers.filter { number in
            guard number != getpid() else { return false }
            return ["cmdline", "environ"].contains { name in
                let words = FileManager.default.contents(atPath: "/proc/\(number)/\(name)") ?? Data()
                return String(decoding: words, as: UTF8.self).contains(folder.path)
            }
        }
    }
}
