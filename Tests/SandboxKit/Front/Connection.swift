internal import Foundation

/// One client's connection at the front: reads requests, has them answered, spoils the answers.
struct Connection {
    static let garbage: [UInt8] = Array(
        "\u{16}\u{03}\u{01}SSH-2.0-OpenSSH_9.2p1\r\n\u{0}\u{0}\u{FFFD}not http at all\n".utf8)

    let client: CInt
    let answering: Answering
    let traffic: Traffic

    /// Until the client closes, or a fault ends it.
    func run(mode: () -> FaultProxy.Mode) {
        var pending: [UInt8] = []
        while let request = readMessage(&pending, from: client) {
            if mode() == .reset {
                LoopbackSocket.setReset(client)
                return
            }
            let turn = traffic.begin(request.head.endpoint)
            defer { turn.end() }
            let closes = request.head["Connection"]?.lowercased().contains("close") ?? false
            let reply = answer(Asked(request.head, request.body))
            guard send(reply, closes: closes, turn), !closes else { return }
        }
    }

    private func readMessage(_ pending: inout [UInt8], from descriptor: CInt) -> (head: HTTPHead, body: [UInt8])? {
        var end = HTTPHead.end(in: pending)
        while end == nil {
            guard pending.count < 1_000_000, let more = LoopbackSocket.read(descriptor), !more.isEmpty else {
                return nil
            }
            pending += more
            end = HTTPHead.end(in: pending)
        }
        guard let start = end, let head = HTTPHead(pending[..<start]) else { return nil }
        if head["Expect"] != nil { LoopbackSocket.write(descriptor, "HTTP/1.1 100 Continue\r\n\r\n".utf8) }
        while true {
            let last = head.isChunked ? HTTPHead.endOfChunks(in: pending, from: start) : start + head.length
            if let last, pending.count >= last {
                let body = Array(pending[start..<last])
                pending.removeFirst(last)
                return (head, head.isChunked ? HTTPHead.unchunked(body) : body)
            }
            guard let more = LoopbackSocket.read(descriptor), !more.isEmpty else { return nil }
            pending += more
        }
    }

    /// This thread has nothing else to do until the answer is there.
    private func answer(_ asked: Asked) -> Reply {
        let reply = Guarded<Reply?>(nil)
        let isDone = DispatchSemaphore(value: 0)
        let answering = answering
        Task {
            let answered = await answering(asked)
            reply.withLock { $0 = answered }
            isDone.signal()
        }
        isDone.wait()
        return reply.withLock { $0 } ?? .serverErrorText
    }

    /// False when the connection is to be closed.
    private func send(_ reply: Reply, closes: Bool, _ turn: Traffic.Turn) -> Bool {
        let (fault, body) = (reply.wire, reply.bytes)
        var head = HTTPHead(reply.status, reply.headers)
        head["Content-Length"] = reply.status == 204 ? nil : String(body.count)
        head["Connection"] = closes ? "close" : nil
        if let length = fault.claimedLength ?? fault.padTo { head["Content-Length"] = String(length) }

        if fault.delayMilliseconds > 0 { LoopbackSocket.wait(client, milliseconds: fault.delayMilliseconds) }
        if let stall = fault.stallMilliseconds {
            LoopbackSocket.wait(client, milliseconds: stall)
            return false
        }
        if fault.garbage {
            LoopbackSocket.write(client, Connection.garbage)
            return false
        }
        if fault.reset && fault.cutAfter == nil {
            LoopbackSocket.setReset(client)
            return false
        }
        if let size = fault.padTo { return sendPadded(head, body, size) }
        guard sendPieces(head.bytes + body.prefix(fault.cutAfter ?? body.count), fault, turn) else { return false }
        if fault.halfClose {
            // Its end comes with its last bytes, or the client might use the connection for its next request.
            LoopbackSocket.shutdownSending(client)
            LoopbackSocket.wait(client, milliseconds: 5000)
            return false
        }
        if fault.reset { LoopbackSocket.setReset(client) }
        // A length that is a lie leaves nothing to go on with.
        return fault.cutAfter == nil && fault.claimedLength == nil
    }

    private func sendPieces(_ bytes: [UInt8], _ fault: WireFault, _ turn: Traffic.Turn) -> Bool {
        // It ends before its last bytes go: who has them may ask again at once.
        guard fault.dripMilliseconds > 0 else {
            turn.end()
            return LoopbackSocket.write(client, bytes, moreFollows: fault.halfClose)
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            if rest.count <= max(1, fault.dripBytes) { turn.end() }
            guard LoopbackSocket.write(client, rest.prefix(max(1, fault.dripBytes))) else { return false }
            rest = rest.dropFirst(max(1, fault.dripBytes))
            LoopbackSocket.wait(client, milliseconds: fault.dripMilliseconds)
        }
        return true
    }

    private func sendPadded(_ head: HTTPHead, _ body: [UInt8], _ size: Int) -> Bool {
        guard LoopbackSocket.write(client, head.bytes + body.prefix(size)) else { return false }
        let block = [UInt8](repeating: 0x20, count: 65_536)
        var left = size - min(size, body.count)
        while left > 0 {
            guard LoopbackSocket.write(client, block.prefix(left)) else { return false }
            left -= min(left, block.count)
        }
        return true
    }
}
