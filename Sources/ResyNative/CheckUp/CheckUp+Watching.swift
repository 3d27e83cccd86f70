internal import ResyDomain

extension CheckUp {
    /// Whether anything looks for the watches.
    func watching() -> [Line] {
        let now = clock.now
        let hasTimer = settings.timer?.isEnabled ?? false
        let known = Store.watching(at: home.database, host: settings.apiHost, now: now)
        let pause = known?.state.pause.flatMap { $0.stands(now) ? $0 : nil }
        let standing = WatchStanding(hasTimer: hasTimer, lastTick: known?.state.lastTick, pause: pause)
        let watching = CheckUpWatching(
            watches: known?.watches ?? 0, runs: standing.runs(now), lastTick: standing.lastTick, pause: pause)
        if pause != nil { return [.doubtful(.watching, .watching(watching), .notifyMeanwhile)] + sinks() }
        let isForgotten = watching.watches > 0 && !watching.runs
        if isForgotten { return [.doubtful(.watching, .watching(watching), .installWatching)] + sinks() }
        return [.fine(.watching, .watching(watching))] + sinks()
    }

    /// A program that would be refused is told before a table is missed for it.
    private func sinks() -> [Line] {
        guard let program = settings.notifyCommand else { return [] }
        do {
            try OwnProgram.check(program)
            return []
        } catch {
            return [
                Line(
                    level: .doubtful, what: .watching, result: .watch(.sinkFailed(.program, error)),
                    mend: [.watch(.mendProgram(path: program))])
            ]
        }
    }
}
