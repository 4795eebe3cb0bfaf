import CCurl

/// The thread that owns the multi handle and every easy handle under it.
final class HTTPLoop {
    private let inbox: HTTPInbox
    private let policy: AddressPolicy
    private let most: Int
    private let userAgent: String
    private var waiting: [HTTPJob] = []
    private var running: [UnsafeMutableRawPointer: HTTPTransfer] = [:]
    private var idle: [EasyHandle] = []

    init(inbox: HTTPInbox, policy: AddressPolicy, mostTransfers: Int, userAgent: String) {
        self.inbox = inbox
        self.policy = policy
        self.most = mostTransfers
        self.userAgent = userAgent
    }

    func run() {
        guard EasyHandle.libraryIsReady, let multi = curl_multi_init() else {
            for job in inbox.detach() { job.continuation.resume(returning: .failure(.closed)) }
            return
        }
        genklang_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, most)
        inbox.attach(MultiHandle(pointer: multi))
        while true {
            let contents = inbox.takeAll()
            for job in contents.jobs where !drops(job) { waiting.append(job) }
            if contents.isClosed { break }
            if contents.hasCancellations { dropCancelled(multi) }
            startWaiting(multi)
            var count: Int32 = 0
            curl_multi_perform(multi, &count)
            if finishDone(multi) { continue }
            // Returns at once when a socket is ready, a timer is due or a task wakes it.
            curl_multi_poll(multi, nil, 0, 10_000, nil)
        }
        let left = inbox.detach() + waiting
        for job in left { job.continuation.resume(returning: .failure(.closed)) }
        for transfer in running.values { end(transfer, .failure(.closed), multi) }
        idle = []
        curl_multi_cleanup(multi)
    }

    private func startWaiting(_ multi: UnsafeMutableRawPointer) {
        var started = 0
        for job in waiting {
            guard running.count < most else { break }
            started += 1
            start(job, multi)
        }
        waiting.removeFirst(started)
    }

    private func start(_ job: HTTPJob, _ multi: UnsafeMutableRawPointer) {
        if drops(job) { return }
        guard let handle = idle.popLast() ?? EasyHandle() else {
            return job.continuation.resume(returning: .failure(.interrupted("out of memory")))
        }
        let transfer = HTTPTransfer(job, handle: handle, policy: policy, userAgent: userAgent)
        guard handle.configuration == CURLE_OK, curl_multi_add_handle(multi, handle.pointer) == CURLM_OK else {
            return job.continuation.resume(
                returning: .failure(.interrupted(EasyHandle.describe(handle.configuration))))
        }
        running[handle.pointer] = transfer
    }

    /// Answers whether anything ended, so that what waits can start before the next sleep.
    private func finishDone(_ multi: UnsafeMutableRawPointer) -> Bool {
        var hasEnded = false
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
                let transfer = running[handle]
            else { continue }
            // Read before the handle is removed: that invalidates the message.
            let code = genklang_curl_result(message)
            end(transfer, transfer.result(code), multi)
            hasEnded = true
        }
        return hasEnded
    }

    private func dropCancelled(_ multi: UnsafeMutableRawPointer) {
        waiting.removeAll(where: drops)
        for transfer in running.values where transfer.job.cancellation.isCancelled {
            end(transfer, .failure(.cancelled), multi)
        }
    }

    /// Answers a job that was cancelled before its turn.
    private func drops(_ job: HTTPJob) -> Bool {
        guard job.cancellation.isCancelled else { return false }
        job.continuation.resume(returning: .failure(.cancelled))
        return true
    }

    private func end(
        _ transfer: HTTPTransfer, _ result: Result<HTTPReply, HTTPFailure>, _ multi: UnsafeMutableRawPointer
    ) {
        curl_multi_remove_handle(multi, transfer.handle.pointer)
        running[transfer.handle.pointer] = nil
        transfer.handle.reset()
        idle.append(transfer.handle)
        transfer.job.continuation.resume(returning: result)
    }
}
