internal import ResyDomain
internal import CCurl

/// One `CURL *` and the header list it points into. Made, used and ended on the engine's thread.
struct EasyHandle: ~Copyable {
    let raw: UnsafeMutableRawPointer
    private var headers: UnsafeMutablePointer<curl_slist>?
    let madeAt: ContinuousClock.Instant
    /// Where it goes back to; nil for one that serves once.
    private let stock: HandleStock?
    /// Its request ended well, so that it may serve another one.
    var isSound = false

    init() throws(TransportError) {
        guard let raw = curl_easy_init() else { throw .outOfMemory }
        self.init(owning: raw, madeAt: .now, from: nil)
    }

    init(owning raw: UnsafeMutableRawPointer, madeAt: ContinuousClock.Instant, from stock: HandleStock?) {
        self.raw = raw
        self.madeAt = madeAt
        self.stock = stock
    }

    deinit {  // the handle first: it still points at the list
        if isSound, let stock { stock.put(raw, madeAt: madeAt) } else { curl_easy_cleanup(raw) }
        curl_slist_free_all(headers)
    }

    func set(_ option: CURLoption, _ value: Int) throws(TransportError) {
        try check(resy_setopt_long(raw, option, value), option)
    }

    func set(_ option: CURLoption, _ value: String?) throws(TransportError) {
        try check(resy_setopt_string(raw, option, value), option)
    }

    func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) throws(TransportError) {
        try check(resy_setopt_pointer(raw, option, value), option)
    }

    func setWriter(_ option: CURLoption, _ value: curl_write_callback?) throws(TransportError) {
        try check(resy_setopt_write(raw, option, value), option)
    }

    func setDebugger(_ option: CURLoption, _ value: curl_debug_callback?) throws(TransportError) {
        try check(resy_setopt_debug(raw, option, value), option)
    }

    func setGate(_ option: CURLoption, _ value: curl_prereq_callback?) throws(TransportError) {
        try check(resy_setopt_prereq(raw, option, value), option)
    }

    func setOpened(_ option: CURLoption, _ value: curl_sockopt_callback?) throws(TransportError) {
        try check(resy_setopt_sockopt(raw, option, value), option)
    }

    func setClosing(_ option: CURLoption, _ value: curl_closesocket_callback?) throws(TransportError) {
        try check(resy_setopt_closesocket(raw, option, value), option)
    }

    /// Replaces the request's own header lines.
    mutating func setHeaders(_ lines: HeaderLines) throws(TransportError) {
        let list = try lines.list()
        let status = resy_setopt_slist(raw, CURLOPT_HTTPHEADER, list)
        curl_slist_free_all(headers)
        headers = list
        try check(status, CURLOPT_HTTPHEADER)
    }

    /// libcurl keeps a copy of its own.
    func setBody(_ body: [UInt8]) throws(TransportError) {
        try check(
            resy_setopt_offset(raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)), CURLOPT_POSTFIELDSIZE_LARGE)
        let status = body.withUnsafeBytes { bytes in
            // An empty array may have no address, and a null here means "read it from the callback".
            withUnsafePointer(to: UInt8(0)) { nothing in
                let start = bytes.baseAddress ?? UnsafeRawPointer(nothing)
                return resy_setopt_pointer(raw, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: start))
            }
        }
        try check(status, CURLOPT_COPYPOSTFIELDS)
    }

    /// Makes libcurl read for it at once, also what it has taken off the socket before. Nothing is sent or held back by that.
    func readAnew() {
        _ = curl_easy_pause(raw, CURLPAUSE_SEND)
        _ = curl_easy_pause(raw, CURLPAUSE_CONT)
    }

    func long(_ info: CURLINFO) -> Int {
        var value = 0
        return resy_getinfo_long(raw, info, &value) == CURLE_OK ? value : 0
    }

    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return resy_getinfo_offset(raw, info, &value) == CURLE_OK ? Int(value) : 0
    }

    private func check(_ status: CURLcode, _ option: CURLoption) throws(TransportError) {
        guard status != CURLE_OK else { return }
        if status == CURLE_OUT_OF_MEMORY { throw .outOfMemory }
        throw .badRequest("libcurl refuses option \(option.rawValue) (code \(status.rawValue))")
    }
}
