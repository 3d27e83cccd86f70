@testable import ResyDomain
import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// The files of the timer, decided on settings alone.
@Suite struct TimerFilesTests {
    private static func files(
        _ change: (inout Settings) -> Void = { _ in }, program: String = "/usr/local/bin/resy-mcp",
        environment: [String: String] = [:]
    ) -> TimerFiles {
        var settings = Settings(home: "/home/sam/.local/share/resy-mcp")
        (settings.hasUsualHome, settings.configFolder) = (true, "/home/sam/.config")
        change(&settings)
        let timer = UserTimer(
            config: settings.configFolder ?? "", home: settings.home, hasUsualHome: settings.hasUsualHome)
        return TimerFiles(settings, timer: timer, program: program, variable: { environment[$0] })
    }

    @Test func theUnitsStartOneTick() {
        let files = Self.files()
        #expect(files.service.path == "/home/sam/.config/systemd/user/resy-mcp-watch.service")
        #expect(files.service.text.hasPrefix(UserTimer.mark))
        #expect(files.service.text.contains("ExecStart=\"/usr/local/bin/resy-mcp\" watch tick\n"))
        #expect(files.service.text.contains("EnvironmentFile=/home/sam/.local/share/resy-mcp/watch.env\n"))
        #expect(
            files.timerUnit.text.contains("OnCalendar=*:0/5") && files.timerUnit.text.contains("WantedBy=timers.target")
        )
    }

    @Test func theSettingsHaveWhatIsNeededAndNoSignIn() {
        let files = Self.files(
            {
                $0.notifyURL = Secret("https://ntfy.sh/s3cret")
                $0.notifyCommand = "/usr/local/bin/tell me"
                ($0.pace, $0.budget, $0.apiURL) = (2...3.5, 10, "http://127.0.0.1:9")
                $0.password = Secret("hunter2")
            },
            environment: [
                "RESY_EMAIL": "sam@example.com", "RESY_PASSWORD": "hunter2", "GOOGLE_PLACES_API_KEY": "g",
                "https_proxy": "http://sam:pw@proxy:3128",
            ])
        #expect(
            files.settings.text == """
                # Written by resy-mcp watch install; resy-mcp watch uninstall removes it.
                RESY_MCP_HOME="/home/sam/.local/share/resy-mcp"
                RESY_API_URL="http://127.0.0.1:9"
                RESY_PACE="2-3.5"
                RESY_BUDGET="10"
                RESY_NOTIFY_URL="https://ntfy.sh/s3cret"
                RESY_NOTIFY_COMMAND="/usr/local/bin/tell me"
                https_proxy="http://sam:pw@proxy:3128"

                """)
        #expect(files.leftBehind == ["RESY_EMAIL", "RESY_PASSWORD", "GOOGLE_PLACES_API_KEY"])
        for secret in ["s3cret", "hunter2", "sam:pw"] { #expect(!files.settings.shown.contains(secret)) }
        #expect(files.settings.shown.contains("RESY_NOTIFY_URL=\"***\""))
    }

    /// A shell and systemd read the same value.
    @Test(arguments: ["plain", "two words", "a'b", "a\"b", "$HOME", "`x`", "back\\slash", "50%", "a;b&c|d", "#x"])
    func aShellReadsTheValueAsItIs(value: String) throws {
        let process = Process()
        let out = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "X=\(TimerFiles.quoted(value)); printf %s \"$X\""]
        process.standardOutput = out
        try process.run()
        #expect(String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == value)
        process.waitUntilExit()
    }

    @Test func oddPathsAreQuoted() {
        let files = Self.files(
            { ($0.home, $0.hasUsualHome) = ("/srv/100% mine/it's", false) }, program: "/opt/my \"apps\"/resy-mcp")
        #expect(files.service.text.contains(#"ExecStart="/opt/my \"apps\"/resy-mcp" watch tick"#))
        #expect(files.service.text.contains("EnvironmentFile=/srv/100%% mine/it's/watch.env\n"))
        #expect(
            files.cronLine.contains(#". '/srv/100\% mine/it'\''s/watch.env'; '/opt/my "apps"/resy-mcp' watch tick"#))
        // Another home has a timer of its own.
        #expect(files.timer.name.hasPrefix("resy-mcp-watch-") && files.timer.name != Self.files().timer.name)
        #expect(files.unwritable == nil)
        #expect(Self.files({ $0.home = "/srv/a\nb" }).unwritable != nil)
    }
}
