package io.handsel.disputes;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DisputePieces extends Repository<DisputeEvidence, UUID> {

    DisputeEvidence save(DisputeEvidence piece);

    List<DisputeEvidence> findByDisputeOrderByPutAtAscIdAsc(DisputeId dispute);
}
