import ResyDomain
import Glibc
import ResyNative

/// Starts a browser, says so, and leaves it behind when its input ends: the worst that its owner can do.
@main struct BrowserHost {
    static func main() async throws {
        var options = BrowserOptions()
        options.isHeaded = CommandLine.arguments.contains("--headed")
        _ = try await withBrowser(options, clock: SystemClock()) { _ in
            print("ready")
            fflush(nil)
            while readLine() != nil {}
            RunningBrowsers.endAll()
            _exit(0)
        }
    }
}
