@testable import ResyDomain
import ResyNative

extension Examples {
    static let signIn: [SignInFinding] = [
        .nobody, .tokenRanOut, .youngTokenRefused, .notAToken, .staleToken, .refusedToken, .wrongPassword(cutAt: nil),
        .wrongPassword(cutAt: 25), .refused(status: 403, message: nil), .refused(status: 403, message: "deactivated"),
        .refusedByPage(words: "no"), .numberUnknown, .strangeChallenge, .wrongEmail, .noMoreCodes,
        .tooMany(.failures, count: 3), .tooMany(.tries, count: 6), .browserFailedToo(.network(.outOfMemory)),
        .programsTurnedAway, .busy, .emptyPassword, .noAddress, .captchaWanted, .codeWanted,
        .pageUnknown(during: .opening, seen: nil), .pageUnknown(during: .findingForm, seen: "1 button"),
        .browserTurnedAway(status: nil), .browserTurnedAway(status: 403), .formUnanswered,
        .answerLost(reason: "net::ERR_FAILED"), .tookTooLong(during: .filling), .tookTooLong(during: .waiting),
    ]

    static let signInAdvice: [SignInAdvice] = [
        .signIn, .signInAnew, .signInAgain, .waitForYoungToken, .copyToken, .copyFreshToken, .copyFreshTokenWithoutKey,
        .checkPassword, .checkTyped, .checkAccount, .checkNumber, .answerInWindow, .startAgainWithAddress,
        .waitForCodes, .wait(minutes: 1), .wait(minutes: 9), .blockNotPassword, .tryInAMinute, .givePassword,
        .giveAddress, .finishInWindow(also: nil), .finishInWindow(also: .codeFromTheStart),
        .finishInWindow(also: .homeConnection), .endTheWait(atItsRisk: false), .endTheWait(atItsRisk: true),
        .passwordUnseen, .askingSoonerLocks, .updateForPage, .tryFromHome, .tryInAFewMinutes, .guardsDoThat,
        .byHand(), .byHand(offersCode: true), .byHand(afterAnother: true), .byToken(), .byToken(afterAnother: true),
    ]

    static let browser: [BrowserFinding] =
        startFaults.map { .error(.didNotStart($0, path: "/usr/bin/chromium")) }
        + [BrowserError]([
            .timedOut(method: "Page.navigate"), .refused(method: "Page.navigate", code: 1),
            .garbled(method: "Page.navigate"), .unreachable("net::ERR_FAILED"), .scriptFailed("TypeError"),
            .contextGone, .crashed, .closed, .ended,
        ]).map { .error($0) } + [
            .configuredIsMissing(path: "/opt/chrome"),
            .none(names: ["chromium", "chrome"], folders: ["/bin", "/usr/bin"]),
            .noFolder(path: "/tmp/x", .system("No space left on device")),
        ]

    private static let startFaults: [BrowserError.StartFault] = [
        .notRun("Permission denied"), .ended(.sandbox), .ended(.display), .ended(.library), .ended(.unknown),
        .timedOut(seconds: 20), .mute,
    ]

    static let browserAdvice: [BrowserAdvice] =
        startFaults.map { .mendStart($0, path: "/usr/bin/chromium") } + [
            .checkWay, .giveMemory, .leaveWindowOpen, .updateBrowser, .nameOneOrNone, .install,
            .makeRoom(folder: "/tmp"),
        ]
}
