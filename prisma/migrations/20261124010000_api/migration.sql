-- The API: keys, audit log, what a person set, and counts of flights that need no scan.

-- AlterTable
ALTER TABLE `countries` ADD COLUMN `manual_columns` VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE `cities` ADD COLUMN `manual_columns` VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE `airports` ADD COLUMN `manual_columns` VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE `airlines` ADD COLUMN `manual_columns` VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE `aircraft` ADD COLUMN `manual_columns` VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE `users` ADD COLUMN `disabled_at` DATETIME(3) NULL;

-- AlterTable
ALTER TABLE `rejects` ADD COLUMN `resolved_at` DATETIME(3) NULL;

-- CreateIndex
CREATE INDEX `rejects_resolved_at_last_seen_at_idx` ON `rejects`(`resolved_at`, `last_seen_at`);

-- CreateTable
CREATE TABLE `api_keys` (
    `id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `user_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `name` VARCHAR(120) NOT NULL,
    `prefix` VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `key_hash` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `scopes` VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `expires_at` DATETIME(3) NULL,
    `last_used_at` DATETIME(3) NULL,
    `revoked_at` DATETIME(3) NULL,
    `created_at` DATETIME(3) NOT NULL,

    UNIQUE INDEX `api_keys_key_hash_key`(`key_hash`),
    INDEX `api_keys_user_id_created_at_idx`(`user_id`, `created_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `audit_log` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `at` DATETIME(3) NOT NULL,
    `user_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `email` VARCHAR(190) NOT NULL,
    `key_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `request_id` VARCHAR(100) NULL,
    `address` VARCHAR(60) NULL,
    `action` VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `resource` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `resource_key` VARCHAR(100) NOT NULL,
    `before_json` TEXT NULL,
    `after_json` TEXT NULL,

    INDEX `audit_log_resource_resource_key_id_idx`(`resource`, `resource_key`, `id`),
    INDEX `audit_log_user_id_id_idx`(`user_id`, `id`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `rate_limits` (
    `key` VARCHAR(190) NOT NULL,
    `points` INTEGER NOT NULL DEFAULT 0,
    `expire` DATETIME(3) NULL,

    PRIMARY KEY (`key`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `flight_days` (
    `flight_date` DATE NOT NULL,
    `service_type` VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `status` VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `flights` INTEGER NOT NULL,

    PRIMARY KEY (`flight_date`, `service_type`, `status`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `flight_routes` (
    `origin` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `destination` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `service_type` VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `flights` INTEGER NOT NULL,

    INDEX `flight_routes_destination_origin_idx`(`destination`, `origin`),
    PRIMARY KEY (`origin`, `destination`, `service_type`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What lists of flights are sorted by, and the indexes that give their order.
ALTER TABLE `flights` ADD COLUMN `departs_at` DATETIME(0) NULL;
UPDATE `flights` SET `departs_at` = COALESCE(`scheduled_departure_utc`, CAST(REPLACE(`scheduled_departure_local`, 'T', ' ') AS DATETIME));
ALTER TABLE `flights` MODIFY `departs_at` DATETIME(0) NOT NULL;
DROP INDEX `flights_origin_flight_date_scheduled_departure_utc_idx` ON `flights`;
DROP INDEX `flights_destination_flight_date_scheduled_departure_utc_idx` ON `flights`;
CREATE INDEX `flights_origin_flight_date_departs_at_idx` ON `flights`(`origin`, `flight_date`, `departs_at`);
CREATE INDEX `flights_destination_flight_date_departs_at_idx` ON `flights`(`destination`, `flight_date`, `departs_at`);
CREATE INDEX `flights_flight_date_departs_at_idx` ON `flights`(`flight_date`, `departs_at`);
CREATE INDEX `flights_origin_destination_flight_date_departs_at_idx` ON `flights`(`origin`, `destination`, `flight_date`, `departs_at`);

-- What is there already is counted once.
INSERT INTO `flight_days` (`flight_date`, `service_type`, `status`, `flights`)
SELECT `flight_date`, `service_type`, `status`, COUNT(*) FROM `flights` GROUP BY `flight_date`, `service_type`, `status`;
INSERT INTO `flight_routes` (`origin`, `destination`, `service_type`, `flights`)
SELECT `origin`, `destination`, `service_type`, COUNT(*) FROM `flights` GROUP BY `origin`, `destination`, `service_type`;
