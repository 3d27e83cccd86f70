/// Why a call to Resy did not give what was asked, before it is put into words.
package enum APIFailure: Error, Sendable, Equatable {
    /// 419 or 401: the token is missing, expired or refused.
    case signedOut
    /// Not asked: somebody signed in to another account than the call began with.
    case otherAccount
    /// 419 or 401 at the sign-in itself.
    case wrongPassword
    /// The application's key is refused, so that nothing else of the call was judged.
    case wrongKey
    /// The code that came by SMS is refused; where it has expired, typing it again will not help.
    case wrongCode(isExpired: Bool)
    /// A guard in front of the API answered: HTML or bare text with 403 or 500. `until`: when the stop that this began
    /// ends, where one began.
    case blocked(status: Int, until: Instant? = nil)
    case captcha
    /// The password is not enough: a code is wanted too.
    case codeWanted
    /// 402, or a 403 about payment; `message` is Resy's, cleaned.
    case payment(message: String?)
    /// The table or its token is not to be had (404, 410, 412); `message` is Resy's, where it says more than that.
    case gone(message: String?)
    /// 412 that names a reservation of this account.
    case conflict(Existing)
    case rateLimited(retryAt: Instant?)
    /// Not asked: Resy limited or blocked an earlier call, and the time to wait is not over.
    case stopped(Breaker.Stop)
    /// Another 4xx with a reason.
    case refused(status: Int, message: String?)
    /// Resy takes no such request there: another method, or another path.
    case noSuchCall
    /// 5xx with an envelope, or a gateway's.
    case server(status: Int)
    case network(TransportError)
    /// The answer is not what this program knows; the path names what is missing or odd.
    case schema(path: String)

    /// The reservation a conflict names.
    package struct Existing: Sendable, Equatable {
        package var reservationID: Int?
        package var venueName: String?
        package var day: CalendarDay?
        package var time: TimeOfDay?

        package init(
            reservationID: Int? = nil, venueName: String? = nil, day: CalendarDay? = nil, time: TimeOfDay? = nil
        ) {
            self.reservationID = reservationID
            self.venueName = venueName
            self.day = day
            self.time = time
        }
    }

    /// After a commitment was sent: whether this answer proves that it was not carried out.
    package var provesNothingHappened: Bool {
        switch self {
        case .signedOut, .otherAccount, .wrongPassword, .wrongKey, .wrongCode, .captcha, .codeWanted, .payment, .gone,
            .conflict,
            .rateLimited,
            .stopped,
            .noSuchCall:
            true
        // A redirect may follow a deed, and 408 is a gateway's word that it gave up waiting.
        case .refused(let status, _): (400...499).contains(status) && status != 408
        // A guard may stand behind the API's own work as well as before it.
        case .blocked, .server, .schema: false
        case .network(let fault): fault.provesNothingWasSent
        }
    }

    /// The same for a cancellation without a list: what is not found may be cancelled already, and neither a limit nor a
    /// refused sign-in says "still booked".
    package var provesNothingWasCancelled: Bool {
        switch self {
        case .rateLimited, .signedOut, .refused(404, _), .refused(409, _), .refused(410, _): false
        default: provesNothingHappened
        }
    }

    /// The same for a booking, where a second one costs most: only the statuses that are known as refusals of one. A limit
    /// is often the edge's word, and then nothing was done; but it is no proof.
    package var provesNothingWasBooked: Bool {
        switch self {
        case .rateLimited: false
        case .refused(let status, _): [400, 403, 404, 410, 412].contains(status)
        default: provesNothingHappened
        }
    }
}
