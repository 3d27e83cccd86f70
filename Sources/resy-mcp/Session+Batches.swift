internal import ResyNative

/// Several messages in one line, and their answers in one: a thing of revision 2025-03-26 alone.
extension Session {
    /// The answers so far, and the calls that still owe theirs.
    struct Batch {
        var answers: [JSON] = []
        var owing: Set<RequestID> = []
        /// Its messages are being taken, one after the other.
        var isOpen = true
    }

    func receive(batch messages: [[UInt8]]) {
        guard version == Revision.withBatches else {
            return refuse(nil, .invalidRequest("one JSON-RPC object per line; batches are not supported"))
        }
        guard !messages.isEmpty else { return refuse(nil, .invalidRequest("an empty batch")) }
        let all = messages.map { Incoming($0) }
        // One of them that is no JSON: then the line is none.
        for case .malformed(let error, _) in all where error.code == RPCError.notJSON.code { return refuse(nil, error) }
        lastBatch += 1
        openBatch = lastBatch
        batches[lastBatch] = Batch()
        for message in all { take(message) }
        openBatch = nil
        batches[lastBatch]?.isOpen = false
        close(lastBatch)
    }

    /// Says it now, or with the rest of the batch that its request came in.
    func reply(_ id: RequestID?, _ message: JSON) {
        if let id, let number = batches.first(where: { $0.value.owing.contains(id) })?.key {
            batches[number]?.answers.append(message)
            batches[number]?.owing.remove(id)
            close(number)
        } else if let openBatch {
            batches[openBatch]?.answers.append(message)
        } else {
            send(message)
        }
    }

    /// The call gets no answer.
    func forgive(_ id: RequestID) {
        guard let number = batches.first(where: { $0.value.owing.contains(id) })?.key else { return }
        batches[number]?.owing.remove(id)
        close(number)
    }

    private func close(_ number: Int) {
        guard let batch = batches[number], !batch.isOpen, batch.owing.isEmpty else { return }
        batches[number] = nil
        // Notifications alone have no answer.
        if !batch.answers.isEmpty { send(.array(batch.answers)) }
    }
}
