internal import ResyDomain
internal import ResyNative

/// Sets up the timer of this user that calls the ticks, and takes it away again. Files that are not ours stay as they are.
struct TimerSetUp {
    let files: TimerFiles
    /// Nil where there is none.
    let systemctl: String?

    private var timer: UserTimer { files.timer }

    enum Done: Equatable {
        /// systemd calls the ticks from now on.
        case timer
        /// There is no systemd for this user: the line is for their crontab.
        case cron
    }

    /// Looks at all files before it writes one.
    func install(_ tell: ([String]) throws -> Bool) throws -> Done {
        if let path = files.unwritable { throw ResyError(.resyError, .watch(.unwritablePath(path))) }
        let hasSystemd = try systemctl != nil && tell(["daemon-reload"])
        let wanted = [files.settings] + (hasSystemd ? [files.service, files.timerUnit] : [])
        let there = try wanted.map { try (file: $0, old: own($0.path)) }
        for (_, old) in there {
            try old.refuseIfReadOnly()
            try old.refuseIfClosed()
        }
        for (file, old) in there {
            try old.write(Array(file.text.utf8), mode: 0o600)
        }
        guard hasSystemd else { return .cron }
        guard try tell(["daemon-reload"]), try tell(["enable", "--now", "\(timer.name).timer"]) else {
            throw ResyError(
                .resyError, .watch(.timerFailed), advice: [.watch(.lookAtTimer(unit: "\(timer.name).timer"))])
        }
        return .timer
    }

    /// The files that are gone; they are all looked at before one is.
    func uninstall(_ tell: ([String]) throws -> Bool, isRehearsal: Bool = false) throws -> [String] {
        let paths = [timer.timer, timer.service, timer.settingsPath]
        let all = try paths.map { try own($0) }
        let there = all.filter { $0.contents != nil }
        for file in there { try file.refuseIfReadOnly() }
        // One of the settings may hold a secret.
        if !isRehearsal { for file in all { file.removeDrafts() } }
        guard !isRehearsal, !there.isEmpty else { return there.map(\.path) }
        let hadUnits = there.contains { $0.path == timer.timer }
        // Without systemd there is nothing that runs it, and the files go all the same.
        if hadUnits, systemctl != nil { _ = try tell(["disable", "--now", "\(timer.name).timer"]) }
        for file in there { try file.remove() }
        if hadUnits { timer.removeLink() }
        if hadUnits, systemctl != nil { _ = try tell(["daemon-reload"]) }
        return there.map(\.path)
    }

    /// Throws where it is somebody else's.
    private func own(_ path: String) throws -> ClientFile {
        let file = try ClientFile(path)
        guard let contents = file.contents, !contents.starts(with: Array(UserTimer.mark.utf8)) else { return file }
        throw ResyError(.resyError, .watch(.foreignFile(path: path)), advice: [.watch(.moveFile(path: path))])
    }
}
