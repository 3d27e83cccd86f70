@testable import ResyDomain
import Foundation
import Glibc
import Testing

@testable import ResyNative

/// The browser that tests run, in a temp folder of a test's own.
enum Chromium {
    /// False only where there is none: said loudly, for these tests then say nothing.
    static let isThere: Bool = {
        let isThere = (try? ChromiumFinder(configured: nil, searchPath: "").path()) != nil
        if !isThere { print("NO BROWSER: the tests of the browser do not run. Install the package chromium.") }
        return isThere
    }()

    /// Nothing beyond this machine has a name, and no proxy is asked.
    static func options(in folder: TempFolder) -> BrowserOptions {
        var options = BrowserOptions()
        options.startLimit = 60
        options.extraFlags = ["--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost"]
        let path = folder.path
        options.variable = { name in
            switch name {
            case "TMPDIR": path
            case "PATH": "/usr/bin:/bin"
            default: nil
            }
        }
        return options
    }

    /// Living processes whose command line or environment names the folder, leaving out zombies.
    static func processes(of folder: TempFolder) -> [Int32] {
        let numbers = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }
        return numbers.filter { number in
            guard number != getpid() else { return false }
            let words = ["cmdline", "environ"].map { FileManager.default.contents(atPath: "/proc/\(number)/\($0)") }
            return words.contains { $0.map { String(decoding: $0, as: UTF8.self).contains(folder.path) } ?? false }
        }
    }

    /// Those of one kind, such as `renderer`.
    static func processes(of folder: TempFolder, type: String) -> [Int32] {
        processes(of: folder).filter { number in
            let words = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") ?? Data()
            return String(decoding: words, as: UTF8.self).contains("--type=\(type)")
        }
    }

    static func folders(in folder: TempFolder) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { $0.hasPrefix(BrowserFolder.prefix) }
    }

    /// Looks again until it is so, for half a minute at most.
    static func eventually(_ isSo: () -> Bool) async throws -> Bool {
        for _ in 0..<3000 {
            if isSo() { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}

/// All that takes a browser, one after the other: each is worth 400 MB.
@Suite(.serialized, .enabled(if: Chromium.isThere), .timeLimit(.minutes(5))) enum BrowserTests {}
