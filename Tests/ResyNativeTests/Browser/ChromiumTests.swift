@testable import ResyDomain
import Testing

@testable import ResyNative

/// What the browser is given, and what its words mean: without one.
@Suite struct ChromiumTests {
    private let paths = BrowserFolder.Paths(root: "/tmp/resy-browser-1-a")

    @Test(arguments: [
        (["/usr/bin/chromium", "/opt/x/chromium"], "/opt/x:/usr/bin", "/opt/x/chromium"),
        (["/opt/x/google-chrome", "/usr/bin/chromium"], "/opt/x", "/usr/bin/chromium"),
        (["/snap/bin/chromium"], "", "/snap/bin/chromium"),
        (["./chromium", "/usr/bin/microsoft-edge"], ".", "/usr/bin/microsoft-edge"),
        ([ChromiumFinder.applications[0]], "/bin", ChromiumFinder.applications[0]),
    ]) func theUsualPlacesAreSearched(_ there: [String], _ searchPath: String, _ found: String) throws {
        #expect(try ChromiumFinder(configured: nil, searchPath: searchPath) { there.contains($0) }.path() == found)
    }

    @Test func aChoiceOfTheUsersIsTheOnlyOne() throws {
        func path(_ choice: String) throws -> String {
            try ChromiumFinder(configured: choice, searchPath: "/a") { $0 == "/a/brave" || $0 == "/usr/bin/chromium" }
                .path()
        }
        #expect(try path("brave") == "/a/brave")
        #expect(try path("/a/brave") == "/a/brave")
        let error = #expect(throws: ResyError.self) { try path("/b/brave") }
        #expect(error?.code == .signInBlocked)
        #expect(error?.message.contains("/b/brave") == true)
        #expect(error?.hint.contains("--chromium") == true)
    }

    @Test func noneIsSaidWithWhereAndWhatToInstall() {
        let error = #expect(throws: ResyError.self) {
            try ChromiumFinder(configured: nil, searchPath: "/a:/usr/bin") { _ in false }.path()
        }
        #expect(error?.code == .signInBlocked)
        #expect(error?.message.contains("chromium, chromium-browser, google-chrome") == true)
        #expect(error?.message.contains("/a, /usr/bin, /usr/local/bin") == true)
        #expect(error?.hint.contains("apt-get install chromium") == true)
    }

    @Test(arguments: [
        ("Chromium 156.0.8078.108 built on Debian GNU/Linux 12 (bookworm)\n", "Chromium", "156.0.8078.108"),
        (
            "/usr/bin/chromium: 9: [: 1: unexpected operator\nGoogle Chrome 141.0.7390.54 \n", "Google Chrome",
            "141.0.7390.54"
        ),
        ("Microsoft Edge 140.0.3485.54", "Microsoft Edge", "140.0.3485.54"),
    ]) func itsVersionIsRead(_ output: String, _ product: String, _ number: String) throws {
        let version = try #require(ChromiumVersion(output))
        #expect(version.product == product)
        #expect(version.number == number)
    }

    @Test(arguments: ["", "Chromium", "156.0.8078.108", "Chromium 156.0", "a b\n1.2.3.4\n"])
    func whatIsNoVersionIsNone(_ output: String) {
        #expect(ChromiumVersion(output) == nil)
    }

    @Test func itCallsItselfWhatItIs() throws {
        let chromium = try #require(ChromiumVersion("Chromium 156.0.8078.108")).userAgent
        #expect(chromium.hasSuffix("AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"))
        #expect(try #require(ChromiumVersion("Microsoft Edge 140.0.3485.54")).userAgent.hasSuffix(" Edg/140.0.0.0"))
    }

    @Test func flagsFollowFromWhatIsAsked() {
        func flags(headed: Bool = false, root: Bool = false) -> [String] {
            ChromiumFlags.all(
                folder: paths, isHeaded: headed, isRoot: root, userAgent: headed ? nil : "UA", extra: ["--extra"])
        }
        #expect(flags().contains("--headless=new"))
        #expect(flags().contains("--user-agent=UA"))
        #expect(flags().contains("--user-data-dir=/tmp/resy-browser-1-a/home/profile"))
        #expect(flags().contains("--remote-debugging-pipe"))
        #expect(!flags().contains("--no-sandbox"))
        #expect(flags(root: true).contains("--no-sandbox"))
        #expect(!flags(headed: true).contains { $0.hasPrefix("--headless") || $0.hasPrefix("--user-agent") })
        #expect(flags().suffix(2) == ["--extra", "about:blank"])
        #expect(flags(headed: true).suffix(2) == ["--no-startup-window", "--extra"])
        // Nothing that hides what it is, and nothing that makes it trust what it should not.
        #expect(
            !flags(root: true).contains {
                $0.contains("AutomationControlled") || $0.contains("certificate-errors") || $0.contains("web-security")
            })
    }

    @Test func secretsAndOtherVariablesStayOutside() {
        let ours = [
            "PATH": "/bin", "HOME": "/home/sam", "RESY_PASSWORD": "p", "RESY_EMAIL": "e", "GOOGLE_PLACES_API_KEY": "k",
            "AWS_SECRET_ACCESS_KEY": "s", "DISPLAY": ":0", "https_proxy": "http://proxy:3128", "TMPDIR": "/var/tmp",
        ]
        func environment(_ isHeaded: Bool, _ paths: BrowserFolder.Paths) -> [String: String] {
            ChromiumEnvironment.all(folder: paths, isHeaded: isHeaded) { ours[$0] }
        }
        let headless = environment(false, paths)
        #expect(
            Set(headless.keys)
                == ["PATH", "https_proxy", "HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"])
        #expect(headless["HOME"] == "/tmp/resy-browser-1-a/home")
        #expect(headless["TMPDIR"] == "/tmp/resy-browser-1-a/t")
        let headed = environment(true, paths)
        #expect(headed["DISPLAY"] == ":0")
        #expect(headed["XAUTHORITY"] == "/home/sam/.Xauthority")
        // Too long for the socket that it makes there.
        let long = BrowserFolder.Paths(root: "/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T/resy-browser-1-a")
        #expect(environment(false, long)["TMPDIR"] == "/var/tmp")
    }

    @Test func itsAddressIsFoundAmongWhatItSays() {
        var words = StartWords()
        #expect(words.read(Array("[1:2:ERROR] dbus\n\nDevTools list".utf8)[...]) == nil)
        let rest = Array("ening on ws://127.0.0.1:4711/devtools/browser/a-b\nmore".utf8)
        #expect(words.read(rest[...]) == "ws://127.0.0.1:4711/devtools/browser/a-b")
        #expect(words.reason == .unknown)
    }

    @Test(arguments: [
        "ws://evil.example:1/devtools/browser/a", "http://127.0.0.1:1/devtools/browser/a", "ws://127.0.0.1:1/", "",
    ]) func anAddressElsewhereIsNone(_ address: String) {
        var words = StartWords()
        #expect(words.read(Array("DevTools listening on \(address)\n".utf8)[...]) == nil)
    }

    @Test(arguments: [
        ("[3:3:FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox! If", StartWords.Reason.sandbox),
        ("Running as root without --no-sandbox is not supported.", .sandbox),
        ("[1:1:ERROR:ozone_platform_x11.cc(250)] Missing X server or $DISPLAY", .display),
        ("chrome: error while loading shared libraries: libnss3.so", .library), ("hello", .unknown),
    ]) func itsReasonIsUnderstood(_ line: String, _ reason: StartWords.Reason) {
        var words = StartWords()
        _ = words.read(Array((line + "\nlast\n").utf8)[...])
        #expect(words.reason == reason)
    }
}
