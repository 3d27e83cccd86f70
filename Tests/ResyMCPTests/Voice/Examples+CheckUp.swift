@testable import ResyDomain
import ResyNative

extension Examples {
    private static let way = CheckUpWay(host: "api.resy.com", milliseconds: 80, version: "HTTP/2", isEncrypted: true)

    static let checkUp: [CheckUpFinding] =
        paths + [
            .versions(["resy-mcp 1", "curl 8"]), .openToOthers(path: "/p", mode: 0o755), .roomUnknown,
            .littleRoom(megabytes: 9, path: "/p"), .room(megabytes: nil), .room(megabytes: 99), .signInUnreadable,
            .nobody, .environmentSignsIn, .account(name: nil, isAccepted: false),
            .account(name: "s…@example.com", isAccepted: true), .noTokenYet, .noTokenNorMeans, .tokenEndUnknown,
            .tokenGood(until: moment, days: 9, isRenewed: true), .tokenGood(until: moment, days: 9, isRenewed: false),
            .tokenEndsSoon(at: moment, days: 0), .tokenEndsSoon(at: moment, days: 1),
            .tokenEnded(at: moment, isRenewed: true), .tokenEnded(at: moment, isRenewed: false),
            .layout(path: "/p", version: 9), .newerLayout(path: "/p", version: 99), .unopened(path: "/p", code: 14),
            .noBundle, .proxy(variable: "https_proxy", place: "proxy:3128", host: "api.resy.com"),
            .noProxy(host: "api.resy.com", isThisMachine: false), .noProxy(host: "localhost", isThisMachine: true),
            .notAskedToTheEnd(host: "api.resy.com"), .answers(way), .guarded(way, status: 403),
            .refusesKey(way, status: 419), .asksForFewer(way), .faulty(way, status: 500), .clockAgrees,
            .clockOff(minutes: 9, isAhead: true), .clockOff(minutes: 9, isAhead: false), .placesKey(isSet: true),
            .placesKey(isSet: false), .browserStarts("Chromium 140 at /usr/bin/chromium"), .browserUnseen,
        ] + Breaker.Group.allCases.map { .heldBack($0, stop(.blocked, .signIn)) } + requests

    private static let requests: [CheckUpFinding] =
        [
            CheckUpRequests(today: 41, budget: LookingBudget(size: 20), left: 13, nextLook: nil),
            CheckUpRequests(today: 300, budget: LookingBudget(size: 20), left: 8, nextLook: moment),
            CheckUpRequests(today: 1, budget: LookingBudget(size: 1), left: 0, nextLook: moment),
            CheckUpRequests(today: 41, budget: LookingBudget(size: 0), left: 0, nextLook: nil),
            CheckUpRequests(today: nil, budget: LookingBudget(size: 0), left: 0, nextLook: nil),
        ].map { .asked($0) } + [.lastStop(nil), .lastStop(stop(.rateLimited, .read))] + watching.map { .watching($0) }

    private static let paths: [CheckUpFinding] = [
        .path("/p"), .madeWhenNeeded(path: "/p"), .madeAtFirstSignIn(path: "/p"), .anotherUsers(path: "/p"),
        .noFolderToEnter(path: "/p"), .unwritableHome(path: "/p"), .cannotBeMade(path: "/p"), .noOwnFolder(path: "/p"),
        .noOwnFile(path: "/p"), .keyMissing(path: "/p"), .keyDamaged(path: "/p"), .unseen(path: "/p"),
        .unreadable(path: "/p"), .diskFull(path: "/p"), .damaged(path: "/p"),
    ]

    static let checkUpAdvice: [CheckUpAdvice] =
        [
            .useOwnFolder, .nameAnotherHome, .nameOwnHome, .mendModes, .tighten(path: "/p", mode: 0o700, writes: true),
            .tighten(path: "/p", mode: 0o600, writes: false), .changePassword, .signIn, .signInAnew, .restoreKey,
            .updateOrMove, .checkOwner, .checkOwnerOf(path: "/p"), .checkHomePath, .moveFile, .moveFolder,
            .moveDatabase, .takeOver, .makeRoom, .makeRoomOrMove, .installBundle, .nameBundle,
            .proxyOnTheWay(variable: "https_proxy", place: "proxy:3128"), .tryAgain, .tryInAMinute, .waitAQuarter,
            .waitOrGoHome, .correctKey, .updateOrSetKey, .setClock, .browserIsForSignIn, .runAgain, .installWatching,
            .notifyMeanwhile,
        ] + Breaker.Group.allCases.map { .afterStop($0, .blocked) } + [.afterStop(.signIn, .rateLimited)]

    /// Nothing but its own words: what the lines begin with.
    static let subjects: [CheckUpSubject] = [
        .program, .home, .disk, .credentials, .key, .signInFile, .account, .token, .database, .certificates, .proxy,
        .api, .signIn, .browserSignIn, .clock, .requests, .lastLimit, .watching, .placesSearch, .browser,
    ]
}
