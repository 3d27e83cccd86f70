@testable import ResyDomain

extension Examples {
    private static let friday = CalendarDay(daysSince1970: 20_840)
    private static let eight = TimeOfDay(minutesAfterMidnight: 20 * 60)
    private static let pause = WatchPause(
        cause: .rateLimited, since: moment.adding(-86_400), until: moment)

    static let watchFindings: [WatchFinding] =
        [
            .tooMany(most: 6), .tooFar(friday, days: 30), .noSuchWatch(id: "9"), .noWatch, .noDays,
            .noConfirmation("soon"), .noSuchReservation("RESY-1"), .nothingEarlier(friday, eight), .switchedOff,
            .foreignFile(path: "/p"), .unwritablePath("/p\n"), .timerFailed, .sinkFailed(.line, .unreachable),
        ] + sinkFaults.map { .sinkFailed(.address, $0) } + programFaults.map { .sinkFailed(.program, $0) }

    private static let sinkFaults: [WatchSinkFault] = [.status(500), .unreachable, .untrusted, .late, .notAllowed]

    private static let programFaults: [WatchSinkFault] = [
        .absent(path: "/p"), .notAProgram(path: "/p"), .anotherUsers(path: "/p"), .openToOthers(path: "/p"),
        .cannotStart(path: "/p"), .tooSlow(path: "/p"), .failed(path: "/p", status: 3),
    ]

    static let watchAdvice: [WatchAdvice] = [
        .removeOne, .nameNearerDay(until: friday), .listThem, .giveID, .giveDays, .giveConfirmation, .nextTickTries,
        .mendProgram(path: "/p"), .moveFile(path: "/p"), .lookAtTimer(unit: "resy-mcp-watch.timer"),
    ]

    static let watchRemarks: [WatchRemark] = [
        .nobodyLooks, .paused(pause), .paused(WatchPause(cause: .blocked, since: moment, until: moment.adding(60))),
        .leftOut([friday, friday.adding(days: 1)], until: friday.adding(days: -1)),
        .hoursInDoubt(DoubtfulTime(TimeOfDay(minutesAfterMidnight: 8 * 60), said: "8")),
    ]

    static let watching: [CheckUpWatching] = [
        CheckUpWatching(watches: 2, runs: true, lastTick: moment, pause: nil),
        CheckUpWatching(watches: 1, runs: false, lastTick: nil, pause: nil),
        CheckUpWatching(watches: 0, runs: false, lastTick: nil, pause: nil),
        CheckUpWatching(watches: 1, runs: true, lastTick: moment, pause: pause),
    ]
}
