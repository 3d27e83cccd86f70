@testable import ResyDomain
import ResyNative

extension Examples {
    static let service: [APIFailure] =
        [
            .signedOut, .otherAccount, .wrongPassword, .wrongKey, .wrongCode(isExpired: true),
            .wrongCode(isExpired: false), .blocked(status: 403), .captcha, .codeWanted, .payment(message: nil),
            .payment(message: "no card"), .gone(message: nil), .gone(message: "sold out"),
            .conflict(APIFailure.Existing()),
            .conflict(
                APIFailure.Existing(
                    reservationID: 7, venueName: "Carbone", day: Samples.day, time: Samples.time(19))),
            .rateLimited(retryAt: nil), .refused(status: 400, message: "no"), .noSuchCall, .server(status: 500),
            .network(.connectionLost(sent: false)), .schema(path: "$.token"),
        ] + stops.map { .stopped($0) }

    private static let stops: [Breaker.Stop] =
        [.rateLimited, .blocked].map { stop($0, .read) }
        + [.captcha, .code, .blocked, .rateLimited].map { stop($0, .browser) }

    static func stop(_ cause: Breaker.Cause, _ call: Breaker.Call) -> Breaker.Stop {
        Breaker.Stop(cause: cause, by: call, since: moment, until: moment)
    }

    static let serviceAdvice: [ServiceAdvice] = [
        .askWhichAccount, .correctKey, .newCode, .accountNotAtFault, .waitOut(until: nil, url: nil),
        .waitOut(until: moment, url: url), .solveCaptcha(url: nil), .solveCaptcha(url: url), .giveCode, .chooseCard,
        .lookAgain, .cancelTheOther, .wait(until: moment), .wait(until: nil),
        .askingSooner(.locksTheAccount), .askingSooner(.prolongsTheBlock), .byHandUntilThen(url: nil),
        .byHandUntilThen(url: url), .checkTheWish, .update, .updateOrUseSite, .tryInAMinute,
    ]

    static let network: [TransportError] = [
        .badRequest("no such scheme"), .cannotResolve(host: "api.resy.com"), .cannotConnect(host: "api.resy.com"),
        .tls(host: "api.resy.com", reason: "certificate has expired"), .timedOut(sent: true),
        .connectionLost(sent: true), .bodyTooLarge(limit: 1), .headersTooLarge, .malformed("gzip"), .refusedBySink,
        .outOfMemory,
    ]

    static let networkAdvice: [NetworkAdvice] = [
        .checkSettings, .checkConnection, .checkTrust, .tryInAMinute, .tryAgain, .tryLater, .freeMemory,
    ]

    static let places: [PlacesFinding] = [
        .late, .unreachable(.cannotConnect(host: "places.googleapis.com")), .refused(said: "HTTP 403"), .notJSON,
        .unknownShape(path: "$.places"),
    ]
}
