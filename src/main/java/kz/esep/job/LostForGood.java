package kz.esep.job;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A database that was waited for in vain stays lost for this run: else each of a hundred parts
/// would wait anew before the operator hears of it.
final class LostForGood extends DelegatingDataSource implements AutoCloseable {

    private final HikariDataSource pool;
    private volatile @Nullable SQLTransientConnectionException loss;

    LostForGood(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        SQLTransientConnectionException before = loss;
        if (before != null) {
            throw before;
        }
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException e) {
            loss = e;
            throw e;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
