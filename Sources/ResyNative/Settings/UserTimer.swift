/// The timer of this user's systemd that calls the ticks of one home: where its files are, and whether it is set up.
package struct UserTimer: Sendable, Equatable {
    /// The folder of systemd's units of this user.
    package let folder: String
    /// Without its ending.
    package let name: String
    /// What the units read their settings from: in the home, which is nobody else's.
    package let settingsPath: String

    /// By this all files of ours begin: one without it is somebody else's.
    package static let mark = "# Written by resy-mcp watch install"

    /// `config`: the folder of this user's configurations. A home in another place than usual has a timer of its own.
    package init(config: String, home: String, hasUsualHome: Bool) {
        folder = config + "/systemd/user"
        name = "resy-mcp-watch" + (hasUsualHome ? "" : "-" + Digest.sha256Hex(Array(home.utf8)).prefix(8))
        settingsPath = home + "/watch.env"
    }

    package var timer: String { "\(folder)/\(name).timer" }
    package var service: String { "\(folder)/\(name).service" }
    /// What `systemctl --user enable` makes.
    private var link: String { "\(folder)/timers.target.wants/\(name).timer" }

    /// Where systemd could not be told, what it made would lead to nothing.
    package func removeLink() { try? Files.remove(link) }

    /// It starts with the user's session.
    package var isEnabled: Bool { (try? Files.facts(timer)) ?? nil != nil && (try? Files.facts(link)) ?? nil != nil }
}

extension UserTimer {
    /// The program that speaks to this user's systemd; nil where there is none.
    package static func systemctl(searchPath: String?) -> String? {
        let folders = (searchPath ?? "").split(separator: ":").map(String.init) + ["/usr/bin", "/bin"]
        return folders.filter { $0.hasPrefix("/") }.map { $0 + "/systemctl" }.first { Files.isProgram($0) }
    }

    /// Whether systemd did as it was told.
    package static func tell(_ systemctl: String, _ words: [String]) async -> Bool {
        let end = try? await PipedProgram.run(
            systemctl, arguments: ["--user", "--no-ask-password"] + words, within: 20, clock: SystemClock())
        return end == .exit(0)
    }
}
