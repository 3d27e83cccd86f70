/// What a page's requests and answers look like from outside, of all its frames and workers.
///
/// A redirect is a `response` and a new `request` of the same id. `request` and `requestHeaders` come in either order;
/// cookies are in the second alone. A preflight is a request of its own, with the method OPTIONS.
enum Traffic: Sendable {
    struct ID: Hashable, Sendable {
        var session: String
        var request: String
    }

    typealias Header = (name: String, value: Secret)

    case request(ID, method: String, url: String, headers: [Header])
    /// As they went out.
    case requestHeaders(ID, headers: [Header])
    case response(ID, url: String, status: Int, mimeType: String)
    /// The status as it came in, also of an answer that the page is kept from reading.
    case status(ID, Int)
    /// Its body can be asked for, until the page goes elsewhere.
    case finished(ID)
    /// Chromium's name for why, such as `net::ERR_ABORTED`.
    case failed(ID, reason: String)
    /// Another site's frame, or a worker: where it is as far as that is known yet, and again where it goes.
    case frameAttached(url: String)
    /// The page or the browser is gone; nothing comes after it.
    case crashed
}
