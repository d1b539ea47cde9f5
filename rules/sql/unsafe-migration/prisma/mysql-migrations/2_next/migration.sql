-- ok: sql/unsafe-migration
ALTER TABLE `Chat` ADD COLUMN `seen` INTEGER NULL,
    MODIFY `createdAt` TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP,
    MODIFY `updatedAt` timestamp NOT NULL;

-- ruleid: sql/unsafe-migration
ALTER TABLE `Chat` MODIFY `createdAt` TIMESTAMP NULL,
    MODIFY `title` VARCHAR(40) NOT NULL;

-- ruleid: sql/unsafe-migration
ALTER TABLE `Chat` CHANGE `title` `name` VARCHAR(40) NULL;

-- ruleid: sql/unsafe-migration
ALTER TABLE `Other` MODIFY `title` VARCHAR(40) NULL;
